pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Ayni.Ui
import Ayni.Models

// All meetings by month, the latest first; beside them, where there is room, the one that was picked.
Item {
    id: page
    required property AppModel app
    required property SessionsModel sessions
    readonly property bool wide: page.width >= 760
    readonly property real side: page.wide ? Theme.wideMargin : Theme.margin
    property string pickedId
    // The one plan whose meetings are shown; "": several are.
    readonly property string onePlan: page.sessions.currentPlan !== "" || page.sessions.businesses.count !== 2
                                      ? page.sessions.currentPlan : page.sessions.businesses.value(1, "planId")
    signal placeAsked(string place)

    function pick(sessionId: string) {
        page.app.openSession(sessionId);
        page.pickedId = sessionId;
        if (!page.wide)
            page.placeAsked("session");
    }
    function log() {
        page.app.logSession(page.sessions.currentPlan);
        page.placeAsked("logSession");
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.page
    }
    Item {
        id: left
        width: page.wide ? Math.min(440, page.width * 0.42) : page.width
        height: page.height
        ListView {
            id: list
            objectName: "sessionsList"
            width: parent.width
            height: parent.height - (logButton.visible ? logButton.height + Theme.margin : 0)
            spacing: Theme.gap
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            cacheBuffer: 400
            model: page.sessions.items
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Meetings")
            section.property: "monthText"
            // What stands above the first row goes along with the rows.
            topMargin: top.height
            property bool touched: false
            onMovementStarted: list.touched = true
            onTopMarginChanged: settling.restart()
            Timer {
                id: settling
                interval: 0
                onTriggered: list.settle()
            }
            function settle() {
                if (!list.touched)
                    list.contentY = list.originY - list.topMargin;
            }
            Column {
                id: top
                parent: list.contentItem
                x: page.side
                y: -height
                width: list.width - 2 * x
                spacing: Theme.gap
                bottomPadding: Theme.gap
                topPadding: Theme.gap
                PageHeader {
                    width: parent.width
                    title: qsTr("Sessions")
                    subtitle: page.sessions.summary
                }
                Field {
                    objectName: "search"
                    width: parent.width
                    visible: page.sessions.total > 6 || page.sessions.query !== ""
                    labelShown: false
                    label: qsTr("Search")
                    placeholder: qsTr("Search people, topics, places")
                    onTextChanged: page.sessions.query = text
                }
                Flow {
                    width: parent.width
                    visible: page.sessions.businesses.count > 2 && page.sessions.businesses.count < 5
                    spacing: Theme.gap
                    Repeater {
                        model: page.sessions.businesses
                        Chip {
                            required property string planId
                            required property string name
                            text: name
                            checked: page.sessions.currentPlan === planId
                            onClicked: page.sessions.currentPlan = planId
                        }
                    }
                }
                PushButton {
                    objectName: "agreements"
                    visible: page.sessions.canLog && !page.app.isAlone && page.onePlan !== ""
                    width: Math.min(implicitWidth, parent.width)
                    kind: "quiet"
                    leftPadding: 0
                    drawing: "promise"
                    text: qsTr("What we agreed")
                    onClicked: {
                        page.app.openAgreements(page.onePlan);
                        page.placeAsked("agreements");
                    }
                }
                PushButton {
                    visible: page.sessions.businesses.count >= 5
                    width: Math.min(implicitWidth, parent.width)
                    drawing: "filter"
                    text: page.filterName()
                    onClicked: filterSheet.open()
                }
            }
            delegate: Column {
                id: entry
                required property int index
                required property string sessionId
                required property string title
                required property string dateText
                required property string minutesText
                required property string modality
                required property string modalityText
                required property string status
                required property string statusText
                required property string topicsText
                required property bool hasNotes
                required property bool linked
                required property int safety
                required property string safetyText
                x: page.side
                width: list.width - 2 * x
                spacing: Theme.gap
                SectionTitle {
                    visible: entry.ListView.section !== entry.ListView.previousSection
                    width: parent.width
                    text: entry.ListView.section
                }
                SessionRow {
                    objectName: "session"
                    width: parent.width
                    here: page.wide && entry.sessionId === page.pickedId
                    title: entry.title
                    dateText: entry.dateText
                    minutesText: entry.minutesText
                    modality: entry.modality
                    modalityText: entry.modalityText
                    status: entry.status
                    statusText: entry.statusText
                    topicsText: entry.topicsText
                    hasNotes: entry.hasNotes
                    linked: entry.linked
                    safety: entry.safety
                    safetyText: entry.safetyText
                    onClicked: page.pick(entry.sessionId)
                }
            }
            EmptyState {
                visible: list.count === 0
                x: page.side
                y: 160
                width: list.width - 2 * x
                drawing: "sessions"
                text: page.sessions.query !== "" ? qsTr("Nothing found. Try fewer letters.")
                                                 : qsTr("No meeting yet. When you have met, "
                                                          + "write it down in a few taps.")
            }
            T.ScrollBar.vertical: ScrollHint {}
        }
        PushButton {
            id: logButton
            objectName: "logSession"
            visible: page.sessions.canLog
            x: page.side
            width: parent.width - 2 * x
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.gap
            kind: "main"
            drawing: "plus"
            text: qsTr("We met: write it down")
            onClicked: page.log()
        }
    }
    Rectangle {
        visible: page.wide
        x: left.width
        width: Theme.stroke
        height: parent.height
        color: Theme.line
    }
    Holder {
        x: left.width + Theme.stroke
        width: page.width - x
        height: page.height
        shown: page.wide && page.pickedId !== ""
        page: Component {
            SessionPage {
                anchors.fill: parent
                session: page.app.sessionPage
                drafts: page.app.drafts
            }
        }
    }
    EmptyState {
        visible: page.wide && page.pickedId === ""
        x: left.width + (page.width - left.width - width) / 2
        y: (page.height - height) / 2
        width: 320
        drawing: "sessions"
        text: qsTr("Pick a meeting to read it here.")
    }
    function filterName(): string {
        const at = page.sessions.businesses.indexOf(page.sessions.currentPlan);
        return at < 0 ? qsTr("All businesses") : page.sessions.businesses.value(at, "name");
    }
    Sheet {
        id: filterSheet
        title: qsTr("Whose meetings?")
        Repeater {
            model: page.sessions.businesses
            Chip {
                required property string planId
                required property string name
                width: parent ? parent.width : 0
                text: name
                checked: page.sessions.currentPlan === planId
                onClicked: {
                    page.sessions.currentPlan = planId;
                    filterSheet.close();
                }
            }
        }
    }
}
