/**
 * What charts have in common, be they pictures or parts of a page: words, looks of lines, ticks, and what they show.
 */
package gridrun.chart;
