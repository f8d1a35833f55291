import QtQuick
import QtTest
import Ayni.Ui
import Ayni.Tests

TestCase {
    name: "Theme"

    function cleanup() {
        Theme.dark = false;
        Theme.textScale = 1;
    }
    function test_every_text_reads_on_its_ground_data() {
        const rows = [];
        for (const dark of [false, true]) {
            for (const pair of Theme.pairs)
                rows.push({ "tag": pair.join(" on ") + (dark ? ", dark" : ", light"), "pair": pair, "dark": dark });
        }
        return rows;
    }
    function test_every_text_reads_on_its_ground(row) {
        Theme.dark = row.dark;
        const contrast = Eye.contrast(Theme[row.pair[0]], Theme[row.pair[1]]);
        verify(contrast >= 4.5, "contrast is " + contrast.toFixed(2));
    }
    function test_outlines_of_controls_are_seen() {
        for (const dark of [false, true]) {
            Theme.dark = dark;
            for (const ground of ["page", "card", "sunken"])
                verify(Eye.contrast(Theme.outline, Theme[ground]) >= 3, ground);
        }
    }
    function test_text_is_large_enough_and_grows() {
        compare(Theme.body, 16);
        Theme.textScale = 2;
        compare(Theme.body, 32);
        for (const size of [Theme.lead, Theme.title, Theme.display])
            verify(size >= Theme.body);
    }
    function test_the_face_is_the_one_that_travels_with_the_app() {
        compare(Theme.regularFace.status, FontLoader.Ready);
        compare(Theme.boldFace.status, FontLoader.Ready);
        compare(Theme.family, "Andika");
    }
}
