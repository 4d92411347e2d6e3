"""Records as parts of a page: open questions, checklists, the tables that one paper has, and the glossary."""
