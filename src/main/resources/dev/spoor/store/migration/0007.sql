-- Columns may be stored by what they have of others: an older Spoor cannot read them, and the new number of the case tells it so.

UPDATE segment_column SET id = id WHERE FALSE;
