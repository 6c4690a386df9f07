/** Results as text: tables, ranked configurations, numbers with the digits that matter, JSON and JUnit reports. */
package gridrun.report;
