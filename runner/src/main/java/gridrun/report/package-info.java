/** What people look at, made of values: ranked tables, figures as text, pictures, reports for CI systems. */
package gridrun.report;
