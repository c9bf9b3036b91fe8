"""Finding tables: one module for each way in which a text gives one."""
