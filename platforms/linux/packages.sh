# The packages that Ayni is built, tested and run with, and how they get onto this machine.
# Sourced by tests/run.sh and platforms/linux/run.sh; not a program of its own. Messages go to stderr.
# shellcheck shell=bash
# shellcheck disable=SC2016  # $(…) and ${…} in single quotes are for apt-get and dpkg-query

# The QML modules are wanted at build *and* at run time, and don't depend on one another: each is named. Without them
# at build time nothing of the QML is compiled ahead, silently.
ayni_packages=(
    build-essential cmake ninja-build ccache pkg-config
    protobuf-compiler libprotobuf-dev libzstd-dev libsodium-dev libutf8proc-dev libcurl4-openssl-dev libssl-dev
    libsecret-1-dev libpq-dev zlib1g-dev
    libcli11-dev nlohmann-json3-dev ca-certificates
    qt6-base-dev qt6-declarative-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-svg-dev libqt6svg6
    qml6-module-qtquick qml6-module-qtquick-controls qml6-module-qtquick-templates qml6-module-qtquick-window
    qml6-module-qtquick-layouts qml6-module-qtquick-shapes qml6-module-qtqml qml6-module-qtqml-models
    qml6-module-qtqml-workerscript qml6-module-qttest qml6-module-qtcore
    libgl1-mesa-dev libgl1-mesa-dri libglx-mesa0 libegl-mesa0 qt6-wayland
    fonts-sil-andika fonts-noto-core
)

# Those that Debian 12 has too old, each with the version it must have: there they come from backports.
ayni_newer_packages=(catch2=3 libsqlcipher-dev=4.6)

# What only tests need: they start a PostgreSQL of their own.
# shellcheck disable=SC2034  # tests/run.sh asks for them
ayni_test_packages=(postgresql)

ayni_say() { printf '== %s\n' "$*" >&2; }

ayni_refuse() {
    printf '%s\n' "$*" >&2
    return 1
}

# Names of the arguments that aren't installed, one a line. Reads dpkg's own file: no network, some milliseconds.
ayni_missing() {
    local installed
    # Packages that dpkg has never heard of make it end with 1, as no missing one makes grep.
    installed=$(dpkg-query -W -f='${Status} ${Package}\n' "$@" 2>/dev/null | sed -n 's/^install ok installed //p') || true
    printf '%s\n' "$@" | grep -vxF -e "$installed" || true
}

ayni_as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif [ -t 0 ]; then
        sudo "$@"
    else
        sudo -n "$@"
    fi
}

ayni_apt() { ayni_as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o Dpkg::Use-Pty=0 "$@" >&2 </dev/null; }

# The backports of the mirror that this machine already uses. The suite is marked NotAutomatic: adding it changes no other
# package.
ayni_add_backports() {
    local mirror keyring=/usr/share/keyrings/debian-archive-keyring.gpg options=''
    if apt-get indextargets --format '$(CODENAME)' 'Created-By: Packages' | grep -qx bookworm-backports; then
        return 0
    fi
    mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Codename: bookworm' \
        'Component: main' | head -n 1)
    if [ -z "$mirror" ]; then
        ayni_refuse "The sources of apt (/etc/apt/sources.list, /etc/apt/sources.list.d) name no mirror of Debian 12" \
            "(bookworm, main). Add one, then start this again."
        return 1
    fi
    if [ -r "$keyring" ]; then
        options="[signed-by=$keyring] "
    fi
    ayni_say "adding bookworm-backports of $mirror"
    printf 'deb %s%s bookworm-backports main\n' "$options" "$mirror" |
        ayni_as_root tee /etc/apt/sources.list.d/ayni-backports.list >/dev/null
    ayni_apt update
}

# Those of ayni_newer_packages that aren't here, or are too old, one a line.
ayni_missing_newer() {
    local package version
    for package in "${ayni_newer_packages[@]}"; do
        version=$(dpkg-query -W -f='${Status} ${Version}' "${package%=*}" 2>/dev/null) || version=''
        if [ "${version#install ok installed }" = "$version" ] ||
            ! dpkg --compare-versions "${version#install ok installed }" ge "${package#*=}"; then
            printf '%s\n' "${package%=*}"
        fi
    done
}

# Installs what is missing of ayni_packages, boost, the packages named as arguments and ayni_newer_packages; nothing to do
# takes no network and no root.
# Not 0: it wasn't possible, and a sentence on stderr has said why and what to do.
ayni_install_packages() {
    local name='' missing=() newer=() packages=("${ayni_packages[@]}" "$@")
    if [ -r /etc/os-release ]; then
        # shellcheck disable=SC1091
        name=$(. /etc/os-release && printf '%s' "$ID-${VERSION_ID:-}")
    fi
    case "$name" in
    debian-12) packages+=(libboost1.81-dev) ;;
    debian-* | ubuntu-*) packages+=(libboost-dev) ;;
    *)
        ayni_refuse "This script installs packages on Debian 12 (or a later Debian or Ubuntu) only; here is" \
            "'${name:-an unknown system}'. README.md says what to install by hand; then use cmake --preset release."
        return 1
        ;;
    esac
    mapfile -t missing < <(ayni_missing "${packages[@]}")
    mapfile -t newer < <(ayni_missing_newer)
    if [ "${#missing[@]}" -eq 0 ] && [ "${#newer[@]}" -eq 0 ]; then
        return 0
    fi
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
        ayni_refuse "Packages are missing (${missing[*]:-} ${newer[*]:-}), and you are neither root nor have sudo." \
            "Start this script once as root, or ask who looks after this machine to."
        return 1
    fi
    ayni_as_root dpkg --configure -a >&2 || true # ends an installation that was interrupted
    ayni_say "updating the list of packages"
    ayni_apt update || {
        ayni_refuse "The list of packages couldn't be fetched. Check the network, then start this again."
        return 1
    }
    if [ "${#missing[@]}" -gt 0 ]; then
        ayni_say "installing ${#missing[@]} packages: ${missing[*]}"
        ayni_apt install -y --no-install-recommends "${missing[@]}" || {
            ayni_refuse "Some packages couldn't be installed: apt says why above. Repair that, then start this again."
            return 1
        }
    fi
    if [ "${#newer[@]}" -gt 0 ]; then
        local from=()
        if [ "$name" = debian-12 ]; then
            ayni_add_backports || return 1
            from=(-t bookworm-backports)
        fi
        ayni_say "installing ${newer[*]}"
        if ! ayni_apt install -y --no-install-recommends "${from[@]}" "${newer[@]}"; then
            ayni_refuse "Some packages couldn't be installed: apt says why above. Repair that, then start this again."
            return 1
        fi
        mapfile -t newer < <(ayni_missing_newer)
        if [ "${#newer[@]}" -gt 0 ]; then
            ayni_refuse "This system has only older versions of ${newer[*]} than Ayni needs" \
                "(${ayni_newer_packages[*]}). Install newer ones, then start this again."
            return 1
        fi
    fi
}

# What ccache keeps serves a clone in another folder too: paths below the project's root don't count. Expects `root`.
ayni_prepare_build() {
    export CCACHE_BASEDIR="${root:?}" CCACHE_NOHASHDIR=1
}
