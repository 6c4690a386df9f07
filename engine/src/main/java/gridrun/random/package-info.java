/** Random numbers as pure functions of a seed and a name, so that no order of calls changes them. */
package gridrun.random;
