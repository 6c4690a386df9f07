/** Statistics of small samples: intervals, paired tests, corrections, power. Pure functions of numbers. */
package gridrun.statistics;
