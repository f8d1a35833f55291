import QtQuick
import QtTest
import Ayni.Models
import Ayni.Tests

WindowTest {
    id: test
    name: "Session"

    function test_a_meeting_is_written_down_in_eight_taps_and_no_letter() {
        openWindow("entrepreneur", 360, 640);
        const before = app.sessions.total;
        tap("logSession");
        tryVerify(() => Eye.find(window, "save") !== null);
        tap(Eye.find(find("modalities"), "choice-in_person"));
        tap(Eye.find(find("durations"), "choice-45"));
        tap(Eye.find(find("days"), "choice-yesterday"));
        tap(Eye.find(find("topics"), "choice-pricing"));
        tap(Eye.find(find("topics"), "choice-team"));
        tap(Eye.find(find("moods"), "choice-4"));
        tap("save");
        verify(taps <= 8, taps + " taps");
        tryCompare(app.sessions, "total", before + 1);
        compare(app.sessions.items.value(0, "modality"), "in_person");
        find("sessionsList");
    }
    function test_another_day_is_reached_by_steps() {
        openWindow("entrepreneur", 360, 640);
        tap("logSession");
        tap(Eye.find(find("days"), "choice-other"));
        const day = app.sessionDraft.date;
        tap("dayBefore");
        tryVerify(() => app.sessionDraft.date.getTime() === day.getTime() - 24 * 3600 * 1000);
    }
    function test_a_note_is_kept_with_its_meeting() {
        openWindow("mentor", 360, 640);
        tap("nav-sessions");
        tap("session");
        tryCompare(app.sessionPage, "state", SessionModel.Ready);
        const before = app.sessionPage.notes.count;
        tap(find("newNote").input);
        type("She counts well");
        tap("addNote");
        tryCompare(app.sessionPage.notes, "count", before + 1);
    }
}
