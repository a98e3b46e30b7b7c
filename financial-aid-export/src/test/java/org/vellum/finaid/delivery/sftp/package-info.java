@NullMarked
package org.vellum.finaid.delivery.sftp;

import org.jspecify.annotations.NullMarked;
