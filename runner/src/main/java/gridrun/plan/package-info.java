/** What a command will do: its runs, what they cost, and how many run at once. */
package gridrun.plan;
