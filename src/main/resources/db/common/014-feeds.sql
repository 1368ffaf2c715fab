-- Up to when a source has said what changed there. Its `fed_at` says when it was last asked, answer or not.
ALTER TABLE source ADD COLUMN changes_complete_until BIGINT;
