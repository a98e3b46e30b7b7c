package org.vellum.violations.edge;

import jakarta.transaction.Transactional;

/** Begins a transaction without being a use case. */
@Transactional
class OwnTransaction {}
