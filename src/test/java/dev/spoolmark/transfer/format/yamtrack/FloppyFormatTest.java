package dev.spoolmark.transfer.format.yamtrack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.lists.Privacy;
import dev.spoolmark.transfer.format.MatchedSamples;
import dev.spoolmark.transfer.format.SampleRecords;
import dev.spoolmark.transfer.record.CollectionRecord;
import dev.spoolmark.transfer.record.ImportWarning;
import dev.spoolmark.transfer.record.ListItemRecord;
import dev.spoolmark.transfer.record.ListRecord;
import dev.spoolmark.transfer.record.MediaDetails;
import dev.spoolmark.transfer.record.PlayRecord;
import dev.spoolmark.transfer.record.RatingRecord;
import dev.spoolmark.transfer.record.SkipReason;
import dev.spoolmark.transfer.record.SkippedRecord;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FloppyFormatTest {

    private static final FloppyFormat FORMAT = new FloppyFormat();
    private static final String SAMPLE = "floppy_2026-08-01_030000.csv";
    private static final String HEADING =
            "row_type,media_id,source,media_type,title,list_uid,list_name,list_is_smart\n";

    @TempDir
    private Path directory;

    private SampleRecords read(String rows) {
        return SampleRecords.ofText(FORMAT, directory, "export.csv", HEADING + rows);
    }

    @Test
    void everyKindOfRowIsRead() {
        SampleRecords records = SampleRecords.of(FORMAT, SAMPLE);
        assertThat(records.items(PlayRecord.class)).containsExactly("The Paper Lighthouse", "S1E1 of Harbour Street");
        assertThat(records.of(RatingRecord.class))
                .extracting(RatingRecord::score)
                .containsExactly(8.0, 6.0);
        ListRecord list = records.only(ListRecord.class);
        assertThat(list.name()).isEqualTo("Rainy days");
        assertThat(list.description()).isEqualTo("wet\nSundays");
        assertThat(list.privacy()).isEqualTo(Privacy.PRIVATE);
        ListItemRecord item = records.only(ListItemRecord.class);
        assertThat(item.list()).isEqualTo(list.key());
        assertThat(item.note()).isEqualTo("start, here");
        assertThat(item.at()).isEqualTo("2024-05-05T06:00:00Z");
        CollectionRecord collected = records.only(CollectionRecord.class);
        assertThat(collected.details().mediaType()).isEqualTo("bluray");
        assertThat(collected.details().resolution()).isEqualTo("hd_1080p");
        assertThat(collected.at()).isEqualTo("2022-02-02T02:02:02Z");
    }

    @Test
    void tagsAreSkipped() {
        assertThat(SampleRecords.of(FORMAT, SAMPLE).skipped())
                .extracting(SkippedRecord::reason)
                .containsExactly(SkipReason.NOT_SUPPORTED, SkipReason.NOT_SUPPORTED);
    }

    @Test
    void aListByRulesBecomesAnEmptyList() {
        SampleRecords records = read("list,,,,,u,Unseen,True\n");
        assertThat(records.only(ListRecord.class).name()).isEqualTo("Unseen");
        assertThat(records.only(ImportWarning.class).topic()).isEqualTo(ImportWarning.Topic.SMART_LIST);
    }

    @Test
    void itemsOfAnUnknownListCreateIt() {
        SampleRecords records = read("""
                list_item,5,tmdb,movie,M,u,Evenings,
                list_item,6,tmdb,movie,N,u,Evenings,
                list_item,7,tmdb,movie,O,,,
                """);
        assertThat(records.only(ListRecord.class).name()).isEqualTo("Evenings");
        assertThat(records.items(ListItemRecord.class)).containsExactly("M", "N");
        assertThat(records.skipped()).extracting(SkippedRecord::reason).containsExactly(SkipReason.INVALID_VALUE);
    }

    @Test
    void otherMediaOnListsAndUnknownRowsAreSkipped() {
        SampleRecords records = read("""
                list,,,,,u,Evenings,
                list,,,,,u,Evenings again,
                list,,,,,v,,
                list_item,5,igdb,game,G,u,Evenings,
                podcast,5,x,podcast,P,,,
                collection,,,movie,,,,
                """);
        assertThat(records.of(ListRecord.class)).hasSize(1);
        assertThat(records.skipped())
                .extracting(SkippedRecord::reason)
                .containsExactly(
                        SkipReason.INVALID_VALUE,
                        SkipReason.INVALID_VALUE,
                        SkipReason.OTHER_MEDIUM,
                        SkipReason.NOT_SUPPORTED,
                        SkipReason.NO_ITEM);
    }

    @Test
    void mediaThatUsersTypeHaveTheWordsOfTheApi() {
        SampleRecords records = SampleRecords.ofText(FORMAT, directory, "export.csv", """
                row_type,media_id,source,media_type,title,collection_format,collection_resolution,collection_hdr,\
                collection_audio_codec,collection_audio_channels,collection_is_3d
                collection,5,tmdb,movie,M,4K Blu-ray,4K,HDR10+,DTS-HD MA,7.1,True
                collection,6,tmdb,movie,N,MiniDisc,8K,,,many,
                """);
        assertThat(records.of(CollectionRecord.class).getFirst().details())
                .hasToString(
                        "MediaDetails[mediaType=bluray, resolution=uhd_4k, hdr=hdr10_plus, audio=dts_ma, audioChannels=7.1,"
                                + " is3d=true]");
        assertThat(records.of(CollectionRecord.class).getLast().details()).isEqualTo(MediaDetails.NONE);
    }

    @Test
    void aLargeFileIsReadAsAStream() {
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= 50_000; i++) {
            rows.append("list_item,").append(i).append(",tmdb,movie,M,u,Everything,\n");
        }
        assertThat(read(rows.toString()).of(ListItemRecord.class)).hasSize(50_000);
    }

    @Test
    void onlyItsSampleIsDetected() {
        assertThat(MatchedSamples.of(FORMAT)).containsExactly(SAMPLE);
    }
}
