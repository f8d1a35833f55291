import QtQuick
import QtQuick.Templates as T
import Ayni.Ui

// One thing for today: what it is, and what one tap does with it.
Card {
    id: row
    required property string itemId
    required property string kind
    required property string title
    required property string detail
    required property string due
    required property string business
    required property bool canDone
    required property bool canAccept
    required property bool canPostpone
    property bool named: false

    signal opened()
    signal finished()
    signal accepted()
    signal postponed()

    readonly property string drawing: ({ "session": "sessions", "agreement": "edit", "readings": "look" })[row.kind]
                                      ?? (["proposal", "promise", "versions", "returned"].indexOf(row.kind) >= 0
                                          ? row.kind : "action")
    readonly property string opensText: row.kind === "session" ? qsTr("Open the meeting: %1")
                                        : row.kind === "versions" ? qsTr("See both versions: %1")
                                        : row.kind === "returned" ? qsTr("See what came back: %1")
                                        : row.kind === "agreement" ? qsTr("Read and sign it: %1")
                                        : row.kind === "readings" ? qsTr("Answer the questions: %1")
                                                                  : qsTr("See it on the plan: %1")

    implicitHeight: body.height + buttons.height + 2 * Theme.space + (buttons.height > 0 ? Theme.gap : 0)
    T.AbstractButton {
        id: opener
        objectName: "open"
        anchors.fill: parent
        Accessible.role: Accessible.Button
        Accessible.name: row.opensText.arg(row.title)
        Accessible.onPressAction: opener.clicked()
        Keys.onReturnPressed: opener.clicked()
        onClicked: row.opened()
        background: Rectangle {
            radius: Theme.radius
            color: opener.down ? Theme.sunken : "transparent"
            FocusRing { shown: opener.visualFocus }
        }
    }
    IconButton {
        id: circle
        objectName: "done"
        visible: row.canDone
        x: Theme.hair
        y: body.y + (heading.lineCount > 1 ? -Theme.gap : (heading.implicitHeight - height) / 2)
        drawing: "circle"
        ink: Theme.outline
        text: qsTr("Done: %1").arg(row.title)
        onClicked: row.finished()
    }
    Rectangle {
        id: sign
        visible: !row.canDone
        x: Theme.space
        y: Theme.space
        width: 36
        height: 36
        radius: 18
        color: row.kind === "versions" || row.kind === "returned" ? Theme.attentionSoft : Theme.accentSoft
        Icon {
            anchors.centerIn: parent
            size: Theme.smallIcon
            drawing: row.drawing
            color: row.kind === "versions" || row.kind === "returned" ? Theme.attention : Theme.accentSoftInk
        }
    }
    Column {
        id: body
        x: Theme.hair + Theme.touchTarget + Theme.hair
        y: Theme.space + (lines.visible || heading.lineCount > 1 ? 0 : Math.max(0, (36 - heading.implicitHeight) / 2))
        width: parent.width - x - Theme.space
        spacing: Theme.hair
        Words {
            id: heading
            width: parent.width
            text: row.title
            strong: row.kind === "session"
            Accessible.ignored: true
        }
        Words {
            id: lines
            width: parent.width
            visible: text !== ""
            text: Phrases.joined([row.named ? row.business : "", row.detail])
            size: Theme.small
            color: Theme.quiet
            Accessible.ignored: true
        }
        Tag {
            visible: row.due !== ""
            maximumWidth: parent.width
            drawing: "calendar"
            text: row.due
        }
    }
    Flow {
        id: buttons
        visible: row.canAccept || row.canPostpone
        height: visible ? implicitHeight : 0
        x: body.x - Theme.space
        y: body.y + body.height + Theme.hair
        width: parent.width - x - Theme.gap
        spacing: Theme.hair
        PushButton {
            visible: row.canAccept
            width: Math.min(implicitWidth, parent.width)
            kind: "quiet"
            drawing: "plus"
            text: qsTr("Take it into my plan")
            onClicked: row.accepted()
        }
        PushButton {
            visible: row.canPostpone
            width: Math.min(implicitWidth, parent.width)
            kind: "quiet"
            drawing: "calendar"
            text: qsTr("Move it a week")
            onClicked: row.postponed()
        }
    }
}
