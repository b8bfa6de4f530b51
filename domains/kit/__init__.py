"""What a domain is made of; `domains/README.md` shows how to write one."""
