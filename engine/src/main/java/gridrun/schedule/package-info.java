/** Learning-rate schedules: factors of the rate in the course of training. */
package gridrun.schedule;
