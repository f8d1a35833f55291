pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Window
import Ayni.Ui
import Ayni.Models

// What matters today: for an entrepreneur her list, for a mentor her faces, for a coordinator the pairs.
ScrollPage {
    id: page
    required property AppModel app
    required property TodayModel today
    readonly property bool wide: page.width >= 900
    readonly property bool facesFirst: page.today.faces.count > 0
    signal placeAsked(string place)

    title: page.today.greeting
    maximumWidth: page.wide && page.facesFirst ? Theme.contentWidth : Theme.columnWidth

    function openItem(kind: string, itemId: string, planId: string) {
        if (kind === "session") {
            page.app.openSession(itemId);
            page.placeAsked("session");
        } else if (kind === "versions") {
            page.app.openVersions(itemId);
            page.placeAsked("versions");
        } else if (kind === "agreement") {
            page.app.openAgreements(planId);
            page.placeAsked("agreements");
        } else if (kind === "readings") {
            page.app.openReadings(planId);
            page.placeAsked("readings");
        } else if (kind === "returned") {
            page.placeAsked("safe");
        } else {
            if (planId !== "")
                page.app.plan.currentPlan = planId;
            page.placeAsked("plan");
        }
    }

    headerTrailing: IconButton {
        objectName: "settings"
        visible: page.Window.width < Theme.wideFrom
        drawing: "settings"
        text: qsTr("Settings")
        onClicked: page.placeAsked("settings")
    }

    Flow {
        width: parent.width
        spacing: Theme.gap
        Words {
            id: day
            width: pill.visible && implicitWidth + pill.width + Theme.gap <= parent.width
                   ? parent.width - pill.width - Theme.gap : parent.width
            height: Math.max(implicitHeight, pill.visible && width < parent.width ? Theme.touchTarget : 0)
            verticalAlignment: Text.AlignVCenter
            text: page.today.dateLine
            color: Theme.quiet
        }
        SafetyPill {
            id: pill
            objectName: "safetyPill"
            visible: page.Window.width < Theme.wideFrom
            safety: page.app.safety
            onClicked: page.placeAsked("safe")
        }
    }
    Card {
        width: parent.width
        visible: page.today.hint !== ""
        height: Math.max(Theme.touchTarget, hint.implicitHeight + 2 * Theme.space)
        color: Theme.shortLane
        border.width: 0
        Icon {
            id: sun
            x: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            drawing: "sprout"
            color: Theme.shortLaneInk
        }
        Words {
            id: hint
            x: sun.x + sun.width + Theme.space
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - x - Theme.margin
            text: page.today.hint
            color: Theme.shortLaneInk
        }
    }
    PushButton {
        objectName: "logSession"
        visible: page.app.sessions.canLog
        width: page.wide && page.facesFirst ? implicitWidth : parent.width
        kind: "main"
        drawing: "sessions"
        text: qsTr("We met: write it down")
        onClicked: {
            page.app.logSession();
            page.placeAsked("logSession");
        }
    }
    Grid {
        id: parts
        readonly property real half: (width - Theme.wideMargin) / 2
        readonly property real partWidth: columns === 2 ? half : width
        width: parent.width
        columns: page.wide && page.facesFirst && page.today.items.count > 0 ? 2 : 1
        columnSpacing: Theme.wideMargin
        rowSpacing: Theme.margin
        Column {
            visible: page.facesFirst
            width: parts.partWidth
            spacing: Theme.space
            SectionTitle {
                width: parent.width
                text: page.app.role === "coordinator" ? qsTr("The pairs") : qsTr("Your businesses")
            }
            // Nothing beside them: then the faces stand two by two.
            Grid {
                id: faces
                width: parent.width
                columns: page.wide && parts.columns === 1 ? 2 : 1
                spacing: Theme.space
                Repeater {
                    model: page.today.faces
                    FaceCard {
                        objectName: "face"
                        width: (faces.width - (faces.columns - 1) * faces.spacing) / faces.columns
                        onClicked: page.today.openFace(faceId)
                    }
                }
            }
        }
        Column {
            width: parts.partWidth
            spacing: Theme.space
            SectionTitle {
                width: parent.width
                visible: page.today.items.count > 0
                text: qsTr("For now")
            }
            Repeater {
                model: page.today.items
                TodayRow {
                    id: row
                    required property string planId
                    objectName: "todayItem"
                    width: parts.partWidth
                    named: page.facesFirst
                    onOpened: page.openItem(row.kind, row.itemId, row.planId)
                    onFinished: page.today.done(row.itemId)
                    onAccepted: page.today.accept(row.itemId)
                    onPostponed: page.today.postpone(row.itemId)
                }
            }
            EmptyState {
                visible: page.today.items.count === 0 && !page.facesFirst
                width: parent.width
                topPadding: Theme.section
                drawing: "today"
                text: qsTr("Nothing presses today. Rest, or look at your plan.")
                action: qsTr("Look at the plan")
                onActed: page.placeAsked("plan")
            }
        }
    }
    Connections {
        target: page.today
        function onFaceOpened(planId: string) {
            page.placeAsked("plan");
        }
    }
}
