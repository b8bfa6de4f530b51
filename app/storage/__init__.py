"""What is remembered: tables, one repository per noun, the database and its units of work."""
