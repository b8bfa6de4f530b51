#!/usr/bin/env bash
# An agent in curl and jq: agent.sh [TASK]
#
# The model is any chat-completions server: OPENAI_BASE_URL, OPENAI_API_KEY, MODEL. The service is REGULARS_URL, and
# away from loopback it needs REGULARS_KEY.
set -euo pipefail
url=${REGULARS_URL:-http://127.0.0.1:8000}
model=${OPENAI_BASE_URL:-https://api.openai.com/v1}
key=(${REGULARS_KEY:+-H "Authorization: Bearer $REGULARS_KEY"})
cd "$(mktemp -d)"
trap 'rm -r "$PWD"' EXIT

task=${1:-$(curl -sSf "${key[@]}" "$url/v1/domains/retail/tasks" | jq -r '.tasks[0]')}
curl -sSf "${key[@]}" "$url/v1/sessions" --json "{\"task\": \"$task\", \"agent\": \"curl@1\"}" > session.json
session=$(jq -r .id session.json)
seat="Authorization: Bearer $(jq -r .token session.json)"
jq .messages session.json > messages.json
cp session.json step.json

while [ "$(jq -r .status step.json)" = open ]; do
    jq -n --arg model "${MODEL:-gpt-4.1-mini}" --slurpfile messages messages.json --slurpfile session session.json \
        '{$model, messages: $messages[0], tools: $session[0].tools}' |
        curl -sSf "$model/chat/completions" -H "Authorization: Bearer $OPENAI_API_KEY" --json @- |
        jq '.choices[0].message' > message.json
    jq --slurpfile message message.json '{step, message: $message[0]}' step.json |
        curl -sSf "$url/v1/sessions/$session/steps" -H "$seat" --json @- > next.json
    mv next.json step.json
    jq -s '.[0] + [.[1]] + .[2].messages' messages.json message.json step.json > all.json
    mv all.json messages.json
done
jq -r '"\(.id) \(.end_reason) \(.reward)"' step.json
