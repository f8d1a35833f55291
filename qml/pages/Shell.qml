pragma ComponentBehavior: Bound
import QtQuick
import Ayni.Ui
import Ayni.Models

// The house of the four places, with what lies one step behind them.
Item {
    id: shell
    required property AppModel app
    property string place: "today"
    property list<string> trail

    readonly property bool wide: shell.width >= Theme.wideFrom
    readonly property list<string> places: ["today", "plan", "sessions", "us"]
    readonly property bool atHome: shell.places.indexOf(shell.place) >= 0
    // The place whose name is lit: where one is, or where one came from.
    readonly property string lit: {
        if (shell.atHome)
            return shell.place;
        for (let i = shell.trail.length - 1; i >= 0; --i) {
            if (shell.places.indexOf(shell.trail[i]) >= 0)
                return shell.trail[i];
        }
        return "today";
    }

    // A page one step behind a place.
    component Behind: Holder {
        property string at
        anchors.fill: parent
        shown: shell.place === at
    }

    readonly property list<string> known: shell.places.concat(["logSession", "session", "safe", "carry", "versions",
        "agreements", "readings", "settings", "join", "pin", "pinRemove"])
    function knows(place: string): bool {
        return shell.known.indexOf(place) >= 0;
    }
    function go(place: string) {
        if (place === shell.place)
            return;
        if (shell.places.indexOf(place) >= 0)
            shell.trail = [];
        else
            shell.trail = shell.trail.concat([shell.place]);
        shell.place = place;
    }
    function back(): bool {
        if (shell.trail.length === 0) {
            if (shell.place === "today")
                return false;
            shell.place = "today";
            return true;
        }
        const before = shell.trail[shell.trail.length - 1];
        shell.trail = shell.trail.slice(0, -1);
        shell.place = before;
        return true;
    }

    WovenBand {
        id: band
        readonly property real depth: shell.wide || shell.atHome ? height : 0
        visible: band.depth > 0
        width: shell.width
    }
    NavBar {
        id: nav
        beside: shell.wide
        visible: shell.wide || shell.atHome
        place: shell.lit
        width: shell.wide ? implicitWidth : shell.width
        height: shell.wide ? shell.height - band.depth : visible ? implicitHeight : 0
        y: shell.wide ? band.depth : shell.height - height
        onPicked: place => shell.go(place)
        SafetyPill {
            width: parent.width
            safety: shell.app.safety
            onClicked: shell.go("safe")
        }
        NavItem {
            objectName: "nav-settings"
            width: parent.width
            beside: true
            here: shell.place === "settings"
            drawing: "settings"
            text: qsTr("Settings")
            onClicked: shell.go("settings")
        }
    }
    Item {
        id: stage
        x: shell.wide ? nav.width : 0
        y: band.depth
        width: shell.width - x
        // The sentence about what was just done covers nothing: the page makes room for it.
        height: (shell.wide ? shell.height : nav.y) - y - (notice.visible ? notice.height + 2 * Theme.gap : 0)
        SampleStrip {
            id: sampleStrip
            visible: shell.app.isSample
            width: parent.width
            onLeaveAsked: shell.app.leaveSample()
        }
        // The four places stay as one left them; the others are made anew.
        Item {
            y: sampleStrip.height
            width: stage.width
            height: stage.height - y
            Holder {
                anchors.fill: parent
                shown: shell.place === "today"
                kept: true
                page: Component {
                    TodayPage {
                        anchors.fill: parent
                        app: shell.app
                        today: shell.app.today
                        onPlaceAsked: place => shell.go(place)
                    }
                }
            }
            Holder {
                anchors.fill: parent
                shown: shell.place === "plan"
                kept: true
                page: Component {
                    PlanPage {
                        anchors.fill: parent
                        app: shell.app
                        plan: shell.app.plan
                        onPlaceAsked: place => shell.go(place)
                    }
                }
            }
            Holder {
                anchors.fill: parent
                shown: shell.place === "sessions"
                kept: true
                page: Component {
                    SessionsPage {
                        anchors.fill: parent
                        app: shell.app
                        sessions: shell.app.sessions
                        onPlaceAsked: place => shell.go(place)
                    }
                }
            }
            Holder {
                anchors.fill: parent
                shown: shell.place === "us"
                kept: true
                page: Component {
                    UsPage {
                        anchors.fill: parent
                        app: shell.app
                        us: shell.app.us
                        onPlaceAsked: place => shell.go(place)
                    }
                }
            }
            Behind {
                at: "logSession"
                page: Component {
                    LogSessionPage {
                        anchors.fill: parent
                        draft: shell.app.sessionDraft
                        onBack: shell.back()
                        onDone: shell.go("sessions")
                    }
                }
            }
            Behind {
                at: "session"
                page: Component {
                    SessionPage {
                        anchors.fill: parent
                        session: shell.app.sessionPage
                        drafts: shell.app.drafts
                        canGoBack: true
                        onBack: shell.back()
                    }
                }
            }
            Behind {
                at: "safe"
                page: Component {
                    SafePage {
                        anchors.fill: parent
                        app: shell.app
                        safety: shell.app.safety
                        onBack: shell.back()
                        onPlaceAsked: place => shell.go(place)
                    }
                }
            }
            Behind {
                at: "carry"
                page: Component {
                    CarryPage {
                        anchors.fill: parent
                        carry: shell.app.carry
                        onBack: shell.back()
                    }
                }
            }
            Behind {
                at: "readings"
                page: Component {
                    ReadingsPage {
                        anchors.fill: parent
                        readings: shell.app.readings
                        onBack: shell.back()
                    }
                }
            }
            Behind {
                at: "versions"
                page: Component {
                    VersionsPage {
                        anchors.fill: parent
                        versions: shell.app.versions
                        onBack: shell.back()
                    }
                }
            }
            Behind {
                at: "agreements"
                page: Component {
                    AgreementsPage {
                        anchors.fill: parent
                        agreements: shell.app.agreements
                        drafts: shell.app.drafts
                        onBack: shell.back()
                    }
                }
            }
            Behind {
                at: "settings"
                page: Component {
                    SettingsPage {
                        anchors.fill: parent
                        app: shell.app
                        onBack: shell.back()
                        onPlaceAsked: place => shell.go(place)
                    }
                }
            }
            Holder {
                anchors.fill: parent
                shown: shell.place === "pin" || shell.place === "pinRemove"
                page: Component {
                    PinPage {
                        anchors.fill: parent
                        lock: shell.app.lock
                        removing: shell.place === "pinRemove"
                        onBack: shell.back()
                    }
                }
            }
            Behind {
                at: "join"
                page: Component {
                    JoinPage {
                        anchors.fill: parent
                        app: shell.app
                        onBack: shell.back()
                    }
                }
            }
        }
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.page
        z: -1
    }
    NoticeBar {
        id: notice
        x: stage.x + Math.max(Theme.margin, (stage.width - width) / 2)
        y: (shell.wide ? shell.height : nav.y) - height - Theme.gap
        width: Math.min(stage.width - 2 * Theme.margin, 560)
        sentence: shell.app.notice
        undoable: shell.app.undoAvailable
        onUndo: shell.app.undo()
        onSeen: shell.app.dismissNotice()
    }
}
