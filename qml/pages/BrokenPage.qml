import QtQuick
import Ayni.Ui
import Ayni.Models

// The notebook could not be opened: what happened, and what to do. A damaged one can be brought back, as far as that
// goes.
ScrollPage {
    id: page
    required property AppModel app
    readonly property RepairModel repair: page.app.repair
    component TryAgain: PushButton {
        objectName: "tryAgain"
        enabled: !page.repair.busy
        kind: page.repair.possible && !page.repair.tryAgainFirst ? "quiet" : "main"
        drawing: "sync"
        text: qsTr("Try again")
        onClicked: page.app.tryAgain()
    }
    maximumWidth: 440
    title: qsTr("The notebook did not open")

    AttentionCard {
        objectName: "brokenSentence"
        width: parent.width
        text: page.repair.sentence !== "" ? page.repair.sentence : page.app.brokenSentence
    }
    TryAgain {
        width: parent.width
        visible: page.repair.tryAgainFirst
    }
    Words {
        width: parent.width
        visible: page.repair.possible
        text: qsTr("Ayni can bring back what can still be read of it. Nothing is deleted for that.")
    }
    PushButton {
        objectName: "repair"
        width: parent.width
        visible: page.repair.possible && !page.repair.busy
        kind: page.repair.tryAgainFirst ? "quiet" : "main"
        drawing: "undo"
        text: qsTr("Bring my notebook back")
        onClicked: page.repair.repair()
    }
    ProgressLine {
        objectName: "repairProgress"
        width: parent.width
        visible: page.repair.busy
        value: page.repair.progress
        text: qsTr("Reading what is there. If Ayni is closed meanwhile, it can be done again.")
    }
    TryAgain {
        width: parent.width
        visible: !page.repair.tryAgainFirst
    }
    LanguageChoice {
        width: parent.width
        topPadding: Theme.gap
        app: page.app
    }
}
