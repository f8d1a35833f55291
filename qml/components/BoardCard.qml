import QtQuick
import Ayni.Ui

// One goal or action on the board. Tap opens it, the circle finishes it, holding picks it up.
Card {
    id: card
    required property string itemId
    required property string kind
    required property string title
    required property bool hasVoice
    required property string goalTitle
    required property string status
    required property string statusText
    required property string due
    required property bool isLate
    required property string effortText
    required property bool isDone
    required property bool isProposal
    required property string suggestedBy
    required property real progress
    required property string progressText
    required property int safety
    required property string safetyText
    required property bool contested
    required property string blockedBecause
    required property bool canEdit
    required property bool canFinish
    required property bool canAccept
    required property int lane
    property bool carried: false

    readonly property bool isGoal: card.kind === "goal"
    readonly property string shownTitle: card.title !== "" ? card.title
                                         : card.hasVoice ? qsTr("Voice note") : qsTr("Without words yet")

    signal picked()
    signal finished()
    signal reopened()
    signal accepted()
    signal versionsAsked()
    signal nudged(int laneStep, int placeStep)
    signal lifted(point at)
    signal dragged(point at)
    signal dropped(point at)
    signal letGo()

    implicitHeight: Math.max(Theme.mainTarget, body.implicitHeight + 2 * Theme.space)
    color: card.isProposal ? Theme.page : Theme.card
    border.color: card.isProposal ? Theme.outline : Theme.line
    opacity: card.carried ? 0.35 : 1
    activeFocusOnTab: true
    Accessible.role: Accessible.ListItem
    Accessible.focusable: true
    Accessible.name: (card.isGoal ? qsTr("Goal: %1") : qsTr("Action: %1")).arg(card.shownTitle)
                     + (card.due === "" ? "" : ". " + card.due) + ". " + card.statusText + ". " + card.safetyText
    Accessible.onPressAction: card.picked()
    Keys.onReturnPressed: card.picked()
    Keys.onEnterPressed: card.picked()
    Keys.onSpacePressed: if (card.canFinish) card.isDone ? card.reopened() : card.finished()
    Keys.onPressed: event => {
        if (!card.canEdit || !(event.modifiers & Qt.ControlModifier))
            return;
        const lane = event.key === Qt.Key_Left ? -1 : event.key === Qt.Key_Right ? 1 : 0;
        const place = event.key === Qt.Key_Up ? -1 : event.key === Qt.Key_Down ? 1 : 0;
        if (lane !== 0 || place !== 0) {
            card.nudged(lane, place);
            event.accepted = true;
        }
    }

    FocusRing { shown: card.activeFocus }
    Rectangle {
        // Goals carry their lane's colour along the edge; actions are plain.
        visible: card.isGoal
        x: Theme.stroke
        y: Theme.space
        width: Theme.hair
        height: parent.height - 2 * y
        radius: 2
        color: Theme.laneInk(card.lane)
    }
    MouseArea {
        id: hand
        property bool carrying: false
        property point pressedAt
        readonly property bool byMouse: mouseKind
        property bool mouseKind: false

        anchors.fill: parent
        pressAndHoldInterval: Theme.holdToDrag
        preventStealing: hand.carrying || (hand.mouseKind && card.canEdit)
        Accessible.ignored: true
        onPressed: event => {
            hand.mouseKind = event.source === Qt.MouseEventNotSynthesized;
            hand.pressedAt = Qt.point(event.x, event.y);
        }
        onPressAndHold: event => hand.lift(Qt.point(event.x, event.y))
        onPositionChanged: event => {
            if (hand.carrying)
                card.dragged(hand.mapToItem(null, event.x, event.y));
            else if (hand.mouseKind && Math.hypot(event.x - hand.pressedAt.x, event.y - hand.pressedAt.y) > Theme.space)
                hand.lift(Qt.point(event.x, event.y));
        }
        onReleased: event => {
            if (!hand.carrying)
                return;
            hand.carrying = false;
            card.dropped(hand.mapToItem(null, event.x, event.y));
        }
        onCanceled: {
            if (hand.carrying)
                card.letGo();
            hand.carrying = false;
        }
        onClicked: if (!hand.carrying) card.picked()
        function lift(at: point) {
            if (!card.canEdit || hand.carrying)
                return;
            hand.carrying = true;
            card.lifted(hand.mapToItem(null, at.x, at.y));
        }
    }
    IconButton {
        id: circle
        objectName: "finish"
        visible: card.canFinish
        x: Theme.hair
        y: Math.max(Theme.hair, body.y + (heading.lineCount > 1 ? 0 : (heading.implicitHeight - height) / 2))
        drawing: card.isDone ? "done" : "circle"
        ink: card.isDone ? Theme.good : Theme.outline
        text: card.isDone ? qsTr("Open again: %1").arg(card.shownTitle) : qsTr("Done: %1").arg(card.shownTitle)
        onClicked: card.isDone ? card.reopened() : card.finished()
    }
    Column {
        id: body
        x: card.canFinish ? circle.x + circle.width + Theme.hair : Theme.margin
        y: Theme.space
        width: parent.width - x - Theme.space
        spacing: Theme.hair + 2
        Row {
            width: parent.width
            spacing: Theme.gap
            Icon {
                visible: !card.canFinish || card.title === ""
                drawing: card.title === "" && card.hasVoice ? "voice" : card.isProposal ? "proposal"
                         : card.isGoal ? "goal" : card.isDone ? "done" : "action"
                color: card.isGoal ? Theme.laneInk(card.lane) : Theme.quiet
            }
            Words {
                id: heading
                width: parent.width - (x > 0 ? x : 0)
                text: card.shownTitle
                strong: card.isGoal
                color: card.isDone || card.title === "" ? Theme.quiet : Theme.text
                font.strikeout: card.isDone
                Accessible.ignored: true
            }
        }
        Words {
            width: parent.width
            visible: text !== ""
            text: card.isProposal && card.suggestedBy !== "" ? qsTr("Proposed by %1").arg(card.suggestedBy)
                                                             : card.goalTitle
            size: Theme.small
            color: Theme.quiet
            Accessible.ignored: true
        }
        ProgressLine {
            width: parent.width
            visible: card.isGoal && card.progress >= 0
            value: card.progress
            text: card.progressText
            ink: Theme.laneInk(card.lane)
        }
        Words {
            width: parent.width
            visible: text !== ""
            text: card.blockedBecause === "" ? "" : qsTr("Waiting for: %1").arg(card.blockedBecause)
            size: Theme.small
            color: Theme.attention
            Accessible.ignored: true
        }
        Flow {
            width: parent.width
            spacing: Theme.gap
            Tag {
                visible: card.due !== ""
                maximumWidth: parent.width
                drawing: "calendar"
                text: card.due
                ground: card.isLate ? Theme.attentionSoft : Theme.sunken
                ink: card.isLate ? Theme.attention : Theme.text
            }
            Tag {
                visible: card.effortText !== "" && !card.isDone
                maximumWidth: parent.width
                drawing: "clock"
                text: card.effortText
            }
            Tag {
                visible: text !== "" && card.isGoal && (card.status === "paused" || card.status === "achieved")
                maximumWidth: parent.width
                drawing: card.status === "paused" ? "pause" : "done"
                text: card.statusText
            }
            SafetyMark {
                height: Theme.smallIcon + Theme.gap
                safety: card.safety
            }
        }
        PushButton {
            objectName: "accept"
            visible: card.canAccept
            width: Math.min(implicitWidth, parent.width)
            drawing: "plus"
            text: qsTr("Take it into my plan")
            onClicked: card.accepted()
        }
        PushButton {
            visible: card.contested
            width: Math.min(implicitWidth, parent.width)
            drawing: "versions"
            text: qsTr("Two versions")
            onClicked: card.versionsAsked()
        }
    }
}
