import QtQuick
import QtQuick.Templates as T
import Ayni.Ui
import Ayni.Models

// The window. What it shows follows from where the app stands.
T.ApplicationWindow {
    id: window
    required property AppModel app
    // Where one is: "today", "plan", "sessions", "us", "logSession", "session", "safe", "versions", "settings"; and
    // before there is a notebook "welcome", "join", "beginAlone".
    property string place: "today"
    // Whether the system is dark, where it says so.
    readonly property bool systemIsDark: systemPalette.window.hslLightness < 0.5

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
    LayoutMirroring.enabled: Qt.application.layoutDirection === Qt.RightToLeft
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
        else if (window.place === "session" && window.app.sessions.items.count > 0)
            window.app.openSession(window.app.sessions.items.value(0, "sessionId"));
        const shell = stage.item as Shell;
        if (shell)
            shell.go(["welcome", "join", "beginAlone"].indexOf(window.place) < 0 ? window.place : "today");
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
        sequences: [StandardKey.Back, "Alt+Left"]
        onActivated: window.goBack()
    }
    Loader {
        id: stage
        anchors.fill: parent
        onLoaded: window.arrive()
        sourceComponent: window.app.state === AppModel.Ready ? shellPart
                         : window.app.state === AppModel.Broken ? brokenPart
                         : window.app.state === AppModel.Starting ? startingPart
                         : window.place === "join" ? joinPart
                         : window.place === "beginAlone" ? alonePart : welcomePart
    }
    Component {
        id: shellPart
        Shell {
            app: window.app
        }
    }
    Component {
        id: startingPart
        Item {
            WovenBand {
                anchors.centerIn: parent
                width: 5 * 48
            }
        }
    }
    Component {
        id: welcomePart
        WelcomePage {
            app: window.app
            onJoinAsked: window.place = "join"
            onAloneAsked: window.place = "beginAlone"
        }
    }
    Component {
        id: joinPart
        JoinPage {
            app: window.app
            onBack: window.place = "welcome"
        }
    }
    Component {
        id: alonePart
        BeginAlonePage {
            app: window.app
            onBack: window.place = "welcome"
        }
    }
    Component {
        id: brokenPart
        BrokenPage {
            app: window.app
        }
    }
}
