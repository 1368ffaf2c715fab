-- Details of collected items: words of CollectedField, and whether it is in 3D (0, 1). Null where unknown; exported.
ALTER TABLE collected ADD COLUMN media_type TEXT ${bytewise};

ALTER TABLE collected ADD COLUMN resolution TEXT ${bytewise};

ALTER TABLE collected ADD COLUMN hdr TEXT ${bytewise};

ALTER TABLE collected ADD COLUMN audio TEXT ${bytewise};

ALTER TABLE collected ADD COLUMN audio_channels TEXT ${bytewise};

ALTER TABLE collected ADD COLUMN is_3d SMALLINT;

-- The same of removed items, null for those of other places.
ALTER TABLE removed_item ADD COLUMN media_type TEXT ${bytewise};

ALTER TABLE removed_item ADD COLUMN resolution TEXT ${bytewise};

ALTER TABLE removed_item ADD COLUMN hdr TEXT ${bytewise};

ALTER TABLE removed_item ADD COLUMN audio TEXT ${bytewise};

ALTER TABLE removed_item ADD COLUMN audio_channels TEXT ${bytewise};

ALTER TABLE removed_item ADD COLUMN is_3d SMALLINT;
