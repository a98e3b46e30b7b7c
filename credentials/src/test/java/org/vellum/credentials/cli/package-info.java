/** Examples and published files that the tests of credentials share. */
package org.vellum.credentials.cli;
