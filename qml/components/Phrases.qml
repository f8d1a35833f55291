pragma Singleton
import QtQuick

// Putting short texts side by side.
QtObject {
    // Those that say something, with a dot between them.
    function joined(parts: var): string {
        return parts.filter(part => part !== "").join(" · ");
    }
    // The same as a screen reader says it.
    function said(parts: var): string {
        return parts.filter(part => part !== "").join(". ");
    }
}
