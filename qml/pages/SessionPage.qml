pragma ComponentBehavior: Bound
import QtQuick
import Ayni.Ui
import Ayni.Models

// One meeting: what the plan knows of it, and for the two of them what was said.
ScrollPage {
    id: page
    required property SessionModel session
    required property Drafts drafts

    title: page.session.title
    subtitle: page.session.business

    EmptyState {
        width: parent.width
        visible: page.session.state === SessionModel.Gone
        drawing: "sessions"
        text: qsTr("This meeting is not on this phone any more.")
    }
    Card {
        visible: page.session.state === SessionModel.Ready
        width: parent.width
        height: facts.height + 2 * Theme.margin
        Column {
            id: facts
            x: Theme.margin
            y: Theme.margin
            width: parent.width - 2 * x
            spacing: Theme.space
            Fact {
                width: parent.width
                drawing: "calendar"
                text: Phrases.joined([page.session.dateText, page.session.timeText])
            }
            Fact {
                width: parent.width
                drawing: page.session.modality
                text: Phrases.joined([page.session.modalityText, page.session.minutesText])
            }
            Fact {
                width: parent.width
                drawing: "us"
                text: page.session.people
            }
            Fact {
                width: parent.width
                drawing: "proposal"
                text: page.session.topicsText
            }
            Fact {
                width: parent.width
                drawing: "place"
                text: page.session.place
            }
            Fact {
                width: parent.width
                drawing: "link"
                text: page.session.linkedText
            }
            Fact {
                width: parent.width
                drawing: "clock"
                text: page.session.nextText
            }
            Flow {
                width: parent.width
                spacing: Theme.gap
                Tag {
                    maximumWidth: parent.width
                    drawing: page.session.status === "held" ? "done"
                                                            : page.session.status === "planned" ? "calendar" : "close"
                    text: page.session.statusText
                }
                SafetyMark {
                    height: Theme.smallIcon + Theme.gap
                    worded: true
                    safety: page.session.safety
                }
            }
        }
    }
    Flow {
        width: parent.width
        visible: page.session.canHold
        spacing: Theme.gap
        PushButton {
            width: Math.min(implicitWidth, parent.width)
            kind: "main"
            drawing: "check"
            text: qsTr("We met")
            onClicked: page.session.hold()
        }
        PushButton {
            width: Math.min(implicitWidth, parent.width)
            kind: "quiet"
            text: qsTr("It did not happen")
            onClicked: page.session.cancel()
        }
    }
    SectionTitle {
        width: parent.width
        visible: page.session.exchanges.count > 0
        text: qsTr("Given and learned")
    }
    Repeater {
        model: page.session.exchanges
        Card {
            id: exchange
            required property string kind
            required property string kindText
            required property string topicText
            required property string text
            width: parent ? parent.width : 0
            height: exchangeBody.height + 2 * Theme.space
            color: exchange.kind === "gave" ? Theme.shortLane : Theme.mediumLane
            border.width: 0
            readonly property color ink: exchange.kind === "gave" ? Theme.shortLaneInk : Theme.mediumLaneInk
            Icon {
                id: exchangeSign
                x: Theme.space
                y: Theme.space
                drawing: exchange.kind
                color: exchange.ink
            }
            Column {
                id: exchangeBody
                x: exchangeSign.x + exchangeSign.width + Theme.space
                y: Theme.space
                width: parent.width - x - Theme.space
                spacing: Theme.hair
                Words {
                    width: parent.width
                    text: Phrases.joined([exchange.kindText, exchange.topicText])
                    size: Theme.small
                    color: exchange.ink
                }
                Words {
                    width: parent.width
                    visible: text !== ""
                    text: exchange.text
                    color: exchange.ink
                }
            }
        }
    }
    SectionTitle {
        width: parent.width
        visible: page.session.notes.count > 0 || page.session.canWrite
        text: qsTr("Notes of the two of you")
    }
    Repeater {
        model: page.session.notes
        NoteCard {
            width: parent ? parent.width : 0
        }
    }
    Paper {
        id: note
        objectName: "newNote"
        visible: page.session.canWrite
        width: parent.width
        label: qsTr("Add a note")
        placeholder: qsTr("Only the two of you read it")
    }
    DraftLine {
        id: draft
        width: parent.width
        drafts: page.drafts
        place: page.session.draftPlace
        scope: page.session.draftScope
        words: note.written === "" ? ({}) : ({ "text": note.written })
        onPlaceChanged: {
            draft.leave();
            note.text = "";
            draft.begin();
        }
        onRestored: words => note.text = words.text
        onDiscarded: note.text = ""
        Component.onCompleted: draft.begin()
    }
    PushButton {
        objectName: "addNote"
        visible: page.session.canWrite
        width: Math.min(implicitWidth, parent.width)
        drawing: "check"
        text: qsTr("Keep the note")
        enabled: note.text.trim() !== ""
        onClicked: {
            draft.leave();  // what could not be sent is there again
            page.session.addNote(note.text.trim());
            note.text = "";
            draft.begin();
        }
    }
}
