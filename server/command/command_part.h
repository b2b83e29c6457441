/*
 * command_part.h - the commands, for command.c alone.
 */
#ifndef COMMAND_COMMAND_PART_H
#define COMMAND_COMMAND_PART_H

/*
 * Each takes what follows "incident-ls" (ARGV[0] is its own name), writes to
 * stdout and stderr, and returns an enum command_status.
 */
int command_check(int argc, char **argv);
int command_preview(int argc, char **argv);
int command_due(int argc, char **argv);
int command_new(int argc, char **argv);
int command_rules(int argc, char **argv);
int command_explain(int argc, char **argv);

#endif
