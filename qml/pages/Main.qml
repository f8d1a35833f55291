pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Ayni.Ui
import Ayni.Models

// The window. What it shows follows from where the app stands.
T.ApplicationWindow {
    id: window
    required property AppModel app
    // Where one is: "today", "plan", "sessions", "us", "logSession", "session", "safe", "carry", "versions",
    // "agreements", "readings", "settings"; and before there is a notebook "welcome", "join", "beginAlone".
    property string place: "today"
    // Whether the system is dark, where it says so.
    readonly property bool systemIsDark: systemPalette.window.hslLightness < 0.5

    readonly property bool isNew: window.app.state === AppModel.Welcome

    width: 360
    height: 640
    minimumWidth: 320
    visible: true
    title: window.app.personName === "" ? "Ayni" : "Ayni · " + window.app.personName
    color: Theme.page
    font.family: Theme.family
    font.pixelSize: Theme.body

    SystemPalette { id: systemPalette }
    Binding {
        target: Theme
        property: "dark"
        value: window.app.darkness === AppModel.Dark
               || (window.app.darkness === AppModel.System && window.systemIsDark)
    }
    Binding {
        target: Theme
        property: "textScale"
        value: window.app.textScale
    }
    LayoutMirroring.enabled: Qt.locale(window.app.language).textDirection === Qt.RightToLeft
    LayoutMirroring.childrenInherit: true

    onPlaceChanged: window.arrive()
    onClosing: event => {
        // The phone's back key goes back before it leaves.
        if (Qt.platform.os === "android" && window.goBack())
            event.accepted = false;
    }
    // Some places need to be told what to show when one comes from outside.
    function arrive() {
        if (window.app.state !== AppModel.Ready)
            return;
        if (window.place === "logSession")
            window.app.logSession();
        else if (window.place === "versions")
            window.app.openVersions("");
        else if (window.place === "agreements")
            window.app.openAgreements(window.app.plan.currentPlan);
        else if (window.place === "readings")
            window.app.openReadings(window.app.plan.currentPlan);
        else if (window.place === "session" && window.app.sessions.items.count > 0)
            window.app.openSession(window.app.sessions.items.value(0, "sessionId"));
        const shell = stage.item as Shell;
        if (!shell)
            return;
        if (shell.knows(window.place))
            shell.go(window.place);
        else
            window.place = "today";
    }
    function goBack(): bool {
        const shell = stage.item as Shell;
        if (shell)
            return shell.back();
        if (window.place === "join" || window.place === "beginAlone") {
            window.place = "welcome";
            return true;
        }
        return false;
    }

    Shortcut {
        sequences: ["Back", "Alt+Left"]
        onActivated: window.goBack()
    }
    Holder {
        anchors.fill: parent
        id: stage
        shown: window.app.state === AppModel.Ready
        onMade: window.arrive()
        page: Component {
            Shell {
                anchors.fill: parent
                app: window.app
            }
        }
    }
    WovenBand {
        anchors.centerIn: parent
        width: 5 * 48
        visible: window.app.state === AppModel.Starting
    }
    Holder {
        anchors.fill: parent
        shown: window.isNew && window.place !== "join" && window.place !== "beginAlone"
        page: Component {
            WelcomePage {
                anchors.fill: parent
                app: window.app
                onJoinAsked: window.place = "join"
                onAloneAsked: window.place = "beginAlone"
            }
        }
    }
    Holder {
        anchors.fill: parent
        shown: window.isNew && window.place === "join"
        page: Component {
            JoinPage {
                anchors.fill: parent
                app: window.app
                onBack: window.place = "welcome"
            }
        }
    }
    Holder {
        anchors.fill: parent
        shown: window.isNew && window.place === "beginAlone"
        page: Component {
            BeginAlonePage {
                anchors.fill: parent
                app: window.app
                onBack: window.place = "welcome"
            }
        }
    }
    Holder {
        anchors.fill: parent
        shown: window.app.state === AppModel.Locked
        kept: window.app.lock.busy
        page: Component {
            UnlockPage {
                anchors.fill: parent
                app: window.app
            }
        }
    }
    Holder {
        anchors.fill: parent
        shown: window.app.state === AppModel.Broken
        page: Component {
            BrokenPage {
                anchors.fill: parent
                app: window.app
            }
        }
    }
    Holder {
        anchors.fill: parent
        shown: window.app.state === AppModel.Repaired
        page: Component {
            RepairedPage {
                anchors.fill: parent
                app: window.app
            }
        }
    }
}
