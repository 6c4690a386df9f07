/** The results in the store, as reports and as the verdicts on what an experiment expects. */
package gridrun.result;
