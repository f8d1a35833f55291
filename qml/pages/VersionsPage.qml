pragma ComponentBehavior: Bound
import QtQuick
import Ayni.Ui
import Ayni.Models

// Written twice, apart from each other: both are here, and one tap settles it.
ScrollPage {
    id: page
    required property VersionsModel versions

    title: qsTr("Two versions")
    canGoBack: true

    Words {
        width: parent.width
        visible: page.versions.contests.count > 0
        text: qsTr("Two of you wrote here without seeing each other. Nothing is lost: choose what stays.")
        color: Theme.quiet
    }
    EmptyState {
        width: parent.width
        topPadding: Theme.section
        visible: page.versions.contests.count === 0
        drawing: "done"
        text: qsTr("All settled. Nothing waits for you here.")
    }
    Repeater {
        model: page.versions.contests
        ContestCard {
            id: contest
            width: parent ? parent.width : 0
            onKept: versionId => page.versions.keep(contest.contestId, versionId)
            onBothKept: page.versions.keepBoth(contest.contestId)
            onWritten: text => page.versions.write(contest.contestId, text)
        }
    }
}
