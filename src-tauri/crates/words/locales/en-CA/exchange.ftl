### Plan JSON: what is wrong with a file that comes in.
