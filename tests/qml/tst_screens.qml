import QtQuick
import QtTest
import Ayni.Models
import Ayni.Ui
import Ayni.Tests

// Every page as a finger, an eye and a screen reader meet it: three languages, small and large letters, phone and desk.
WindowTest {
    id: test
    name: "Screens"
    readonly property var places: ["today", "plan", "sessions", "us", "logSession", "session", "safe", "carry",
        "versions", "agreements", "readings", "settings", "join"]

    function look(place) {
        const where = place + ", " + app.language + ", " + window.width + ", letters " + app.textScale;
        window.place = place;
        wait(60);
        compare(Eye.tooSmall(window), [], where + ": too small for a finger");
        compare(Eye.nameless(window), [], where + ": without a name");
        compare(Eye.clipped(window), [], where + ": does not fit");
    }
    function test_every_page_fits_data() {
        const rows = [];
        for (const role of ["entrepreneur", "mentor", "coordinator"]) {
            for (const width of [360, 1280])
                rows.push({ "tag": role + " " + width, "role": role, "width": width });
        }
        return rows;
    }
    function test_every_page_fits(row) {
        openWindow(row.role, row.width, row.width === 360 ? 640 : 800);
        for (const language of ["es", "fr", "en"]) {
            app.language = language;
            for (const scale of row.width === 360 ? [1, 2] : [1]) {
                app.textScale = scale;
                for (const place of places)
                    look(place);
            }
        }
    }
    function test_the_first_pages_fit() {
        openWindow("", 360, 640);
        for (const language of ["es", "fr", "en"]) {
            app.language = language;
            for (const scale of [1, 2]) {
                app.textScale = scale;
                for (const place of ["welcome", "join", "beginAlone"])
                    look(place);
            }
        }
    }
    function test_sheets_fit_and_escape_closes_them() {
        openWindow("entrepreneur", 360, 640);
        tap("nav-plan");
        for (const scale of [1, 2]) {
            app.textScale = scale;
            tap("add-short");
            find("newTitle");
            wait(30);
            compare(Eye.tooSmall(window), []);
            compare(Eye.clipped(window), []);
            keyClick(Qt.Key_Escape);
            tryVerify(() => Eye.find(window, "newTitle") === null);
        }
    }
    function test_tab_goes_through_a_page_and_what_has_the_keyboard_is_in_sight() {
        openWindow("entrepreneur", 360, 640);
        window.place = "settings";
        wait(30);
        const visited = [];
        for (let i = 0; i < 14; ++i) {
            keyClick(Qt.Key_Tab);
            wait(10);
            const item = window.activeFocusItem;
            verify(item);
            const at = item.mapToItem(window.contentItem, 0, 0).y;
            verify(at >= 0 && at < window.height, item.objectName + " is out of sight");
            visited.push(item.objectName);
        }
        for (const name of ["language-es", "darkness-dark", "letters-2"])
            verify(visited.indexOf(name) >= 0, name + " was not reached: " + visited);
    }
}
