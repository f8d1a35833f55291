pragma ComponentBehavior: Bound
import QtQuick
import Ayni.Ui
import Ayni.Models

// To ask, offer, celebrate or wonder, in one's own words.
Sheet {
    id: sheet
    required property UsModel us
    required property Drafts drafts
    property string kind: "ask"
    property string topic

    title: sheet.kind === "offer" ? qsTr("What can you offer?") : sheet.kind === "celebrate" ? qsTr("What went well?")
           : sheet.kind === "question" ? qsTr("What do you wonder?") : qsTr("What do you need?")
    onOpened: {
        paper.input.forceActiveFocus();
        draft.begin();
    }
    onClosed: {
        draft.leave();
        paper.text = "";
        sheet.topic = "";
    }
    Paper {
        id: paper
        objectName: "postText"
        width: parent.width
        label: qsTr("Your words, for the whole circle")
    }
    DraftLine {
        id: draft
        width: parent.width
        drafts: sheet.drafts
        place: sheet.us.draftPlace(sheet.kind)
        scope: sheet.us.draftScope
        words: paper.written === "" ? ({}) : ({ "text": paper.written, "topic": sheet.topic })
        onRestored: kept => {
            paper.text = kept.text;
            sheet.topic = kept.topic || "";
        }
        onDiscarded: paper.text = ""
    }
    Words {
        width: parent.width
        text: qsTr("Is it about one of these? You may leave it open.")
        color: Theme.quiet
    }
    Flow {
        width: parent.width
        spacing: Theme.gap
        Repeater {
            model: sheet.us.topics
            Chip {
                required property string code
                required text
                checked: sheet.topic === code
                onClicked: sheet.topic = checked ? "" : code
            }
        }
    }
    PushButton {
        objectName: "sendPost"
        width: parent.width
        kind: "main"
        drawing: "send"
        enabled: paper.text.trim() !== ""
        text: qsTr("Tell the circle")
        onClicked: {
            draft.leave();  // what could not be sent is there again
            sheet.us.post(sheet.kind, sheet.topic, paper.text.trim());
            sheet.close();
        }
    }
}
