-- Public lists by name, for search.
CREATE INDEX list_by_name ON list (name_key, user_id, list_id) WHERE privacy = 'public';
