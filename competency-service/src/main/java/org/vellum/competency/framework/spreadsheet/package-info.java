/**
 * Frameworks as tables, for people who write them in a spreadsheet: a workbook (XLSX) with a sheet
 * for each class of CASE objects, or one CSV file whose first column names the sheet.
 *
 * <p>Decision: the columns are made from the members that CASE 1.1 knows, so that no field is
 * missing, and a framework that is exported and taken back says the same. A table becomes a CASE
 * package and goes the way of every import; a row at fault is named by sheet, row and column, and
 * keeps the whole out.
 */
@NullMarked
package org.vellum.competency.framework.spreadsheet;

import org.jspecify.annotations.NullMarked;
