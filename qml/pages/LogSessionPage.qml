pragma ComponentBehavior: Bound
import QtQuick
import Ayni.Ui
import Ayni.Models

// A meeting written down in a few taps; every word is optional.
ScrollPage {
    id: page
    required property SessionDraftModel draft
    readonly property bool wide: page.width >= 900
    signal done()

    title: qsTr("We met")
    canGoBack: true
    maximumWidth: page.wide ? Theme.contentWidth : Theme.columnWidth

    Connections {
        target: page.draft
        function onSaved(sessionId: string) {
            page.done();
        }
        function onRestored() {
            page.takeUp();
        }
    }
    Component.onCompleted: page.takeUp()
    Column {
        width: parent.width
        visible: page.draft.continued
        Words {
            width: parent.width
            text: qsTr("Continued from before")
            color: Theme.quiet
        }
        PushButton {
            objectName: "discardLog"
            width: Math.min(implicitWidth, parent.width)
            kind: "quiet"
            text: qsTr("Begin anew")
            onClicked: page.draft.discard()
        }
    }
    Grid {
        id: parts
        readonly property real partWidth: columns === 2 ? (width - Theme.section) / 2 : width
        width: parent.width
        columns: page.wide ? 2 : 1
        columnSpacing: Theme.section
        rowSpacing: Theme.margin
        Column {
            width: parts.partWidth
            spacing: Theme.margin
            ChoiceGroup {
                width: parent.width
                visible: page.draft.severalPlans
                label: qsTr("With whom?")
                choices: page.draft.plans
                onPicked: code => page.draft.planId = code
            }
            ChoiceGroup {
                objectName: "modalities"
                width: parent.width
                label: qsTr("How did you meet?")
                choices: page.draft.modalities
                onPicked: code => page.draft.modality = code
            }
            ChoiceGroup {
                objectName: "durations"
                width: parent.width
                label: qsTr("For how long?")
                drawn: false
                choices: page.draft.durations
                onPicked: code => page.draft.minutes = parseInt(code)
            }
            Column {
                width: parent.width
                spacing: Theme.gap
                ChoiceGroup {
                    objectName: "days"
                    width: parent.width
                    label: qsTr("When?")
                    choices: page.draft.days
                    onPicked: code => {
                        if (code === "today")
                            page.draft.chooseToday();
                        else if (code === "yesterday")
                            page.draft.chooseYesterday();
                        else
                            page.goBackTo(2);
                    }
                }
                DayStepper {
                    visible: page.draft.day === "other"
                    width: parent.width
                    text: page.draft.dateText
                    onEarlier: page.goBackTo(page.daysBack + 1)
                    onLater: page.goBackTo(page.daysBack - 1)
                }
            }
            ChoiceGroup {
                objectName: "topics"
                width: parent.width
                label: qsTr("What about?")
                hint: qsTr("As many as you like")
                single: false
                drawn: false
                choices: page.draft.topics
                target: Theme.touchTarget
                onPicked: code => page.draft.toggleTopic(code)
            }
        }
        Column {
            width: parts.partWidth
            spacing: Theme.margin
            ChoiceGroup {
                width: parent.width
                visible: page.draft.people.count > 0
                label: qsTr("Who was there?")
                single: false
                choices: page.draft.people
                onPicked: code => page.draft.togglePerson(code)
            }
            ChoiceGroup {
                objectName: "moods"
                width: parent.width
                visible: page.draft.hasTalk
                label: qsTr("How was it for you?")
                hint: qsTr("Only the two of you see this.")
                choices: page.draft.moods
                onPicked: code => page.draft.mood = parseInt(code)
            }
            PushButton {
                objectName: "moreWords"
                visible: page.draft.hasTalk && !words.visible
                width: Math.min(implicitWidth, parent.width)
                kind: "quiet"
                drawing: "edit"
                text: qsTr("Add what you gave and learned")
                onClicked: words.visible = true
            }
            Column {
                id: words
                visible: false
                width: parent.width
                spacing: Theme.margin
                ChoiceGroup {
                    width: parent.width
                    label: qsTr("What did you give?")
                    drawn: false
                    choices: page.draft.gaveTopics
                    target: Theme.touchTarget
                    onPicked: code => page.draft.gaveTopic = code
                }
                Paper {
                    id: gave
                    objectName: "gaveWords"
                    width: parent.width
                    lines: 1
                    label: qsTr("In your words, if you like")
                    onWrittenChanged: page.draft.gaveText = written
                }
                ChoiceGroup {
                    width: parent.width
                    label: qsTr("What did you learn?")
                    drawn: false
                    choices: page.draft.learnedTopics
                    target: Theme.touchTarget
                    onPicked: code => page.draft.learnedTopic = code
                }
                Paper {
                    id: learned
                    objectName: "learnedWords"
                    width: parent.width
                    lines: 1
                    label: qsTr("In your words, if you like")
                    onWrittenChanged: page.draft.learnedText = written
                }
                Paper {
                    id: note
                    objectName: "noteWords"
                    width: parent.width
                    label: qsTr("A note for the two of you")
                    onWrittenChanged: page.draft.note = written
                }
            }
            Column {
                width: parent.width
                spacing: Theme.gap
                ChoiceGroup {
                    width: parent.width
                    label: qsTr("When do you meet again?")
                    choices: page.draft.nextMeetings
                    onPicked: code => {
                        if (code === "other")
                            page.lookAheadTo(3);
                        else
                            page.draft.next = code;
                    }
                }
                DayStepper {
                    visible: page.draft.next === "other"
                    width: parent.width
                    text: page.draft.nextText
                    onEarlier: page.lookAheadTo(page.daysAhead - 1)
                    onLater: page.lookAheadTo(page.daysAhead + 1)
                }
            }
        }
    }
    foot: PushButton {
        objectName: "save"
        width: page.wide ? Math.max(320, implicitWidth) : parent.width
        x: (parent.width - width) / 2
        kind: "main"
        drawing: "check"
        enabled: page.draft.canSave
        text: qsTr("Save")
        onClicked: page.draft.save()
    }
    // What stands in the model comes into the fields: it was kept the last time, or begun anew.
    function takeUp() {
        const all = [page.draft.gaveText, page.draft.learnedText, page.draft.note];
        [gave.text, learned.text, note.text] = all;
        all.push(page.draft.gaveTopic, page.draft.learnedTopic);
        if (page.draft.continued)
            words.visible = all.some(text => text !== "");
    }
    property int daysBack: 0
    property int daysAhead: 0
    function goBackTo(days: int) {
        page.daysBack = Math.max(0, days);
        page.draft.setDate(page.dayIn(-page.daysBack));
    }
    function lookAheadTo(days: int) {
        page.daysAhead = Math.max(1, days);
        page.draft.setNextDate(page.dayIn(page.daysAhead));
    }
    function dayIn(days: int): date {
        const day = new Date();
        day.setHours(12, 0, 0, 0);
        day.setDate(day.getDate() + days);
        return day;
    }
}
