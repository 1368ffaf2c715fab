-- How a user wants a show (kind 2) among the next episodes. There is no row for a show with nothing special.
CREATE TABLE show_setting (
    user_id   BIGINT   NOT NULL,
    kind      SMALLINT NOT NULL,
    item_id   BIGINT   NOT NULL,
    pinned_at BIGINT,            -- null: not pinned
    next_rule SMALLINT NOT NULL, -- 1 after the last watched episode, 2 the first episode that is not watched
    PRIMARY KEY (user_id, kind, item_id)
) ${clustered};

CREATE INDEX show_setting_of_item ON show_setting (kind, item_id, user_id);

-- When a user began to watch a show (kind 2) again. Plays before the last of these times do not count in the progress.
CREATE TABLE show_rewatch (
    user_id  BIGINT   NOT NULL,
    kind     SMALLINT NOT NULL,
    item_id  BIGINT   NOT NULL,
    run      INTEGER  NOT NULL, -- ascending, from 2 on; undone ones leave gaps
    reset_at BIGINT   NOT NULL,
    PRIMARY KEY (user_id, kind, item_id, run)
) ${clustered};

CREATE INDEX show_rewatch_of_item ON show_rewatch (kind, item_id, user_id);
