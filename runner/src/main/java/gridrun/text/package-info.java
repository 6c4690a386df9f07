/** How texts of unknown origin are shown to people. */
package gridrun.text;
