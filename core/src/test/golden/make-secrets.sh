#!/usr/bin/env bash
# Makes the cases of core.secret anew with the real tools: make-secrets.sh SOPS AGE-KEYGEN (paths of the programs; gpg is taken from PATH).
# Every key is made here, used here, and good for nothing else.
set -euo pipefail
sops=$(realpath "$1") keygen=$(realpath "$2")
cases=$(cd "$(dirname "$0")/../resources/cases" && pwd)/secret
rm -rf "$cases"; mkdir -p "$cases"
work=$(mktemp -d); trap 'GNUPGHOME=$work/gnupg gpgconf --kill gpg-agent; rm -rf "$work"' EXIT
export GNUPGHOME=$work/gnupg; mkdir -m 700 "$GNUPGHOME"
for n in 1 2 3; do "$keygen" -o "$work/$n.agekey" 2>/dev/null; done
"$keygen" -pq -o "$work/pq.agekey" 2>/dev/null; "$keygen" -pq -o "$work/pq2.agekey" 2>/dev/null
pub() { sed -n 's/^# public key: //p' "$work/$1.agekey"; }
pgp() { printf '%%no-protection\n%s\nName-Real: Throwaway %s\nExpire-Date: 0\n%%commit\n' "$2" "$1" | gpg --batch --quiet --gen-key; }
pgp rsa $'Key-Type: RSA\nKey-Length: 2048\nSubkey-Type: RSA\nSubkey-Length: 2048'
pgp curve $'Key-Type: EDDSA\nKey-Curve: ed25519\nSubkey-Type: ECDH\nSubkey-Curve: cv25519'
fp() { gpg --list-keys --with-colons "Throwaway $1" | awk -F: '/^fpr/ {print $10; exit}'; }

# begin NAME EXTENSION: the plain text comes from standard input
begin() { name=$1 ext=$2; mkdir -p "$cases/$name/keys"; cat > "$cases/$name/out.$ext"; cd "$cases/$name"; }
# seal OPTIONS…: encrypts it
seal() { "$sops" --disable-version-check encrypt "$@" "out.$ext" > "in.$ext"; }
age() { cp "$work/$1.agekey" keys/; }
values='apiVersion: v1
kind: Secret
metadata:
  name: web
  namespace: shop
data:
  word: d29yZA==
stringData:
  text: "two\nlines"
  empty: ""
  emoji: "ü🙂"
nothing: null
numbers: [1, -2, 0x10, 1.5, 100.0, 1e3, 0.1]
truths: [true, false]
list:
- a: one
- b: [two, three]
'
begin an-age-key yaml <<<"$values";                       age 1; seal --age "$(pub 1)"
begin a-post-quantum-age-key yaml <<<"$values";           age pq; seal --age "$(pub pq)"
begin one-of-several-age-keys yaml <<<"$values";          age 2; seal --age "$(pub 1),$(pub 2)"
begin an-rsa-pgp-key yaml <<<"$values";                   gpg --armor --export-secret-keys "Throwaway rsa" > keys/sops.asc; seal --pgp "$(fp rsa)"
begin a-curve-pgp-key yaml <<<"$values";                  gpg --armor --export-secret-keys "Throwaway curve" > keys/sops.asc; seal --pgp "$(fp curve)"
begin a-regex-says-what-is-encrypted yaml <<<"$values";   age 1; seal --age "$(pub 1)" --encrypted-regex '^(data|stringData)$'
secret=$'apiVersion: v1\nkind: Secret\nmetadata:\n  name: web\nstringData:\n  text: "two\\nlines"\n'
begin a-secret-for-an-age-key yaml <<<"$secret";          age 1; seal --age "$(pub 1)" --encrypted-regex '^(data|stringData)$'
begin a-secret-for-a-pgp-key yaml <<<"$secret";           gpg --armor --export-secret-keys "Throwaway curve" > keys/sops.asc; seal --pgp "$(fp curve)" --encrypted-regex '^(data|stringData)$'
begin a-regex-says-what-is-not yaml <<<"$values";         age 1; seal --age "$(pub 1)" --unencrypted-regex '^(kind|apiVersion|metadata)$'
begin a-suffix-says-what-is-encrypted yaml <<<$'a_secret: x\nb: y\nc_secret:\n  d: [1, z]\n'; age 1; seal --age "$(pub 1)" --encrypted-suffix _secret
begin a-suffix-says-what-is-not yaml <<<$'a_plain: x\nb: y\nc_plain:\n  d: [1, z]\n'; age 1; seal --age "$(pub 1)" --unencrypted-suffix _plain
begin only-encrypted-values-count yaml <<<"$values";      age 1
printf 'creation_rules:\n- {age: %s, encrypted_regex: ^data$, mac_only_encrypted: true}\n' "$(pub 1)" > "$work/only.yaml"
"$sops" --disable-version-check --config "$work/only.yaml" encrypt out.yaml > in.yaml
begin comments-are-dropped yaml <<<$'# one\na: b # two\n# three\nc:\n# four\n- d\n'; age 1; seal --age "$(pub 1)"
begin several-documents yaml <<<$'a: 1\n---\nb: 2\n';      age 1; seal --age "$(pub 1)"
begin json json <<<'{"a": "b", "c": [1, true, null, 2.5], "d": {"e": ""}}'; age 1; seal --age "$(pub 1)"
begin dotenv env <<<$'USER=admin\nPASSWORD=a=b c\nEMPTY=\nLINES=one\\ntwo'; age 1; seal --age "$(pub 1)"
begin ini ini <<<$'[one]\na      = b\nlonger = c d\n\n[two]\ne = f\n'; age 1; seal --age "$(pub 1)"
begin binary bin <<<$'no yaml: [at all\n\ttabs';          age 1; seal --age "$(pub 1)" --input-type binary
begin key-groups-of-which-two-are-needed yaml <<<$'a: b\n'; age 1; age 3
cat > "$work/.sops.yaml" <<EOF
creation_rules:
- shamir_threshold: 2
  key_groups:
  - age: [$(pub 1)]
  - age: [$(pub 2)]
  - age: [$(pub 3)]
EOF
"$sops" --disable-version-check --config "$work/.sops.yaml" encrypt out.yaml > in.yaml

# What must fail, or be noticed.
begin a-value-nobody-encrypted-was-changed yaml <<<$'a: b\nplain: y\n'; age 1; seal --age "$(pub 1)" --encrypted-regex '^a$'
sed -i 's/^plain: .*/plain: z/' in.yaml out.yaml; echo changed > options.txt
begin a-value-was-moved yaml <<<$'a: b\nc: d\n'; age 1; seal --age "$(pub 1)"; sed -i 's/^a:/x:/' in.yaml; rm out.yaml
echo "the value at 'x' cannot be decrypted: it was changed or moved after it was encrypted" > error.txt
begin another-age-key yaml <<<$'a: b\n'; age 2; seal --age "$(pub 1)"; rm out.yaml
echo "cannot get sops data key: 0 of 1 key groups could be opened: age recipient $(pub 1) (no age identity matches the recipient)" > error.txt
begin another-post-quantum-age-key yaml <<<$'a: b\n'; age pq2; seal --age "$(pub pq)"; rm out.yaml
echo "cannot get sops data key: 0 of 1 key groups could be opened: age recipient $(pub pq) (no age identity matches the recipient)" > error.txt
begin another-pgp-key yaml <<<$'a: b\n'; gpg --armor --export-secret-keys "Throwaway rsa" > keys/sops.asc; seal --pgp "$(fp curve)"; rm out.yaml
echo "cannot get sops data key: 0 of 1 key groups could be opened: PGP key $(fp curve) (no key for it)" > error.txt
begin too-few-key-groups yaml <<<$'a: b\n'; age 1; "$sops" --disable-version-check --config "$work/.sops.yaml" encrypt out.yaml > in.yaml; rm out.yaml
echo "cannot get sops data key: 1 of 2 key groups could be opened: age recipient $(pub 2) (no age identity matches the recipient); age recipient $(pub 3) (no age identity matches the recipient)" > error.txt
begin a-key-that-is-none yaml <<<$'a: b\n'; echo 'AGE-SECRET-KEY-1NOTAKEY' > keys/a.agekey; seal --age "$(pub 1)"; rm out.yaml
echo "failed to import data from decryption Secret key 'a.agekey': line 1 is no age identity" > error.txt
