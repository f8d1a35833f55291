import QtQuick
import QtTest
import Ayni.Models
import Ayni.Ui
import Ayni.Tests

// What two agree on: it waits in Today, is read, signed with one tap, and written anew.
WindowTest {
    id: test
    name: "Agreements"

    function rowOf(kind: string): int {
        const rows = [];
        for (let i = 0; i < app.today.items.count; ++i)
            rows.push(app.today.items.value(i, "kind"));
        return rows.indexOf(kind);
    }
    function openFromToday() {
        openWindow("entrepreneur", 360, 640);
        tryVerify(() => rowOf("agreement") >= 0, 5000, "Today doesn't ask for the signature");
        const row = Eye.findAll(window, "todayItem").find(item => item.kind === "agreement");
        verify(row);
        tap(Eye.find(row, "open"));
        tryCompare(app.agreements.items, "count", 1);
    }
    function test_a_signature_that_is_asked_for_is_two_taps_from_today() {
        openFromToday();
        const asked = Eye.findAll(window, "todayItem");
        compare(asked.length, 0);  // the page is another
        verify(find("signedText").text.indexOf("Claire") >= 0);
        tap("sign");
        compare(taps, 2);
        tryCompare(find("byBoth"), "text", "Signed by both of you");
        tryVerify(() => rowOf("agreement") < 0, 3000, "Today still asks");
        app.undo();
        tryVerify(() => rowOf("agreement") >= 0);
        find("sign");
    }
    function test_new_terms_are_signed_with_the_writing_and_wait_for_the_other_side() {
        openFromToday();
        tap(find("terms").input);
        type("We talk on Tuesdays");
        tap("frequency-weekly");
        tap("channel-voice_call");
        tap("writeAgreement");
        tryCompare(app.agreements.items, "count", 2);
        compare(app.agreements.items.value(0, "text"), "We talk on Tuesdays");
        compare(app.agreements.items.value(0, "frequencyText"), "Every week");
        compare(app.agreements.items.value(0, "channelText"), "Call");
        compare(app.agreements.items.value(0, "canSign"), false);
        compare(app.agreements.items.value(0, "byBoth"), false);
        tryCompare(find("terms"), "text", "");
    }
    function test_terms_that_were_not_signed_yet_are_there_again() {
        openFromToday();
        tap(find("terms").input);
        type("Tuesdays");
        tap("frequency-weekly");
        window.goBack();
        tryVerify(() => Eye.find(window, "terms") === null);
        tap("nav-sessions");
        tap("agreements");
        tryCompare(find("terms"), "text", "Tuesdays");
        compare(find("frequency-weekly").checked, true);
    }
    function test_a_mentor_sees_that_it_waits_for_the_other_side() {
        openWindow("mentor", 360, 640);
        tryVerify(() => app.today.faces.count === 2);
        compare(rowOf("agreement"), -1);
        const bakery = [0, 1].find(face => app.today.faces.value(face, "name") === "Rosa's Bakery");
        app.today.openFace(app.today.faces.value(bakery, "faceId"));
        tap("nav-sessions");
        tap("agreements");
        tryCompare(app.agreements.items, "count", 1);
        compare(find("byBoth").text, "Waits for the other side");
        compare(Eye.find(window, "sign"), null);
    }
    function test_who_begins_alone_is_not_asked_to_agree_with_herself() {
        openWindow("", 360, 640);
        app.beginAlone("Nieves", "Cusi");
        tryCompare(app, "state", AppModel.Ready);
        tap("nav-sessions");
        find("logSession");
        compare(Eye.find(window, "agreements"), null);
    }
}
