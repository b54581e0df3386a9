"""MDX, the Markdown with React in it that Docusaurus reads."""
