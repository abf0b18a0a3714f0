-- A page numbers what it shows from top to bottom, and shows footnotes behind the entry that they
-- belong to; pandoc numbers them where their marks stand. So they are put where ours are.
function Div(entry)
  local notes = pandoc.Blocks({})
  local told = entry:walk({
    Note = function(note)
      notes:extend(note.content)
      return {}
    end,
  })
  told.content:extend(notes)
  return told
end
