/** Answers of servers that may say more than they should. */
package gridrun.http;
