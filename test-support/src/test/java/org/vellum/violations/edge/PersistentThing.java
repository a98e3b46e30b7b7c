package org.vellum.violations.edge;

import jakarta.persistence.Entity;

/** Uses a technology that no table names. */
@Entity
class PersistentThing {}
